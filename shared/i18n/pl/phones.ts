export { phones } from '../en/phones.ts';
