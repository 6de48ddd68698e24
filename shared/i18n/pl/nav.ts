export { nav } from '../en/nav.ts';
