export { log } from '../en/log.ts';
