import { flushCompileCache } from 'node:module';

/* The registry's own entry; what it has compiled is kept for the next start before it can be killed. */
await import('../../../registry/index.ts');
flushCompileCache();
