// pm2 start ecosystem.config.cjs · pm2 reload talkan (no request fails: `npm run drill` shows it)
module.exports = {
  apps: [
    {
      name: 'talkan',
      cwd: __dirname,
      script: 'apps/server/dist/main.js',
      // Cluster mode, for in it alone pm2 starts the new process before it stops the old one.
      exec_mode: 'cluster',
      // One process: SQLite has one writer at a time, and the boards that it keeps in memory are then always warm. More would work,
      // yet each would follow the others' changes by reading them from the database again.
      instances: 1,
      // The server says itself when it listens, and takes up to 5 s to end in order.
      wait_ready: true,
      listen_timeout: 10_000,
      kill_timeout: 8000,
      env: { NODE_ENV: 'production' },
    },
  ],
};
