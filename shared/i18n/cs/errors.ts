export { errors, fieldErrors } from '../en/errors.ts';
