export { trace, traceBytes, traceSteps } from '../en/trace.ts';
