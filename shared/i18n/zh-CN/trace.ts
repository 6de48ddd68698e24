export { trace, traceSteps } from '../en/trace.ts';
