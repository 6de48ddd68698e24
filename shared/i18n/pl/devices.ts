export { devices } from '../en/devices.ts';
