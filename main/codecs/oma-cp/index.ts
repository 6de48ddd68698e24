export {
  decodeProvisioningDocument,
  encodeProvisioningDocument,
  isCharacteristic,
  type Characteristic,
  type Parm,
  type ProvisioningDocument,
} from './document.ts';
export {
  decodeProvisioningPush,
  decodeProvisioningSms,
  encodeProvisioningPush,
  encodeProvisioningSms,
  type ProvisioningPush,
  type ProvisioningPushOptions,
  type ProvisioningSms,
} from './push.ts';
export {
  imsiKey,
  provisioningMac,
  provisioningSecurities,
  userPinMac,
  verifyProvisioningMac,
  type ProvisioningSecrets,
  type ProvisioningSecurity,
  type SignedProvisioning,
  type SignedSecurity,
} from './security.ts';
export { provisioningXml } from './xml.ts';
