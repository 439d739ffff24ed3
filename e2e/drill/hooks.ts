import { registerHooks } from 'node:module';

// The web app's sources leave their endings to its bundler; here they are run as they are.
registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (error) {
      if (!/^\.\.?\//.test(specifier)) throw error;
      return next(`${specifier}.ts`, context);
    }
  },
});
