export { attention } from '../en/attention.ts';
