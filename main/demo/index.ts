export { makeDemo } from './make-demo.ts';
export type { DemoServer, DemoServerOptions, MakeDemoDeps } from './make-demo.ts';
export { startDemoTrickle } from './trickle.ts';
