export { alertReasons, clientTypeReasons, deviceReasons, gatewayReasons } from '../en/reasons.ts';
