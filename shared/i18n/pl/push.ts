export { push } from '../en/push.ts';
