export { dissect } from '../en/dissect.ts';
