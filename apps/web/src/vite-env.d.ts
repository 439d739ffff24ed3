// Says what the build puts into `import.meta.env`, also to who reads this app's source without its tsconfig.
/// <reference types="vite/client" />
