import fc from 'fast-check';
import type { Characteristic, Parm, ProvisioningDocument } from '../oma-cp/index.ts';

const text = fc
  .string({ unit: 'binary', maxLength: 20 })
  .map((value) => value.replaceAll('\0', ''));
// Names with tokens on either page, on both, on none, and such as nobody should take for a token.
const name = fc.oneof(
  fc.constantFrom('APPID', 'NAME', 'ADDR', 'TO-NAPID', 'NAPID', 'PORTNBR', 'AACCEPT', 'BEARER'),
  fc.constantFrom('CLIURI', 'APPREF', 'constructor', '__proto__', 'a=b', 'name', 'value'),
  text.filter((value) => value !== ''),
);
const value = fc.oneof(
  fc.constantFrom('w5', 'IPV4', 'IPV6', 'APPSRV', 'GSM-GPRS', 'WLAN', 'HTTP-BASIC', ',', ''),
  text,
);
const type = fc.oneof(
  fc.constantFrom('APPLICATION', 'PORT', 'NAPDEF', 'BEARERINFO', 'X-OWN', 'PXLOGICAL'),
  text.filter((candidate) => candidate !== ''),
);

const parm: fc.Arbitrary<Parm> = fc.record({ name, value }, { requiredKeys: ['name'] });

const group: fc.Arbitrary<Characteristic> = fc.letrec<{
  group: Characteristic;
  child: Parm | Characteristic;
}>((tie) => ({
  group: fc.record({
    type,
    children: fc.array(tie('child'), { maxLength: 5, depthIdentifier: 'provisioning' }),
  }),
  child: fc.oneof({ depthIdentifier: 'provisioning', maxDepth: 5 }, parm, tie('group')),
})).group;

/** Any document, with names and values that have tokens and such that have none. */
export const provisioningDocument: fc.Arbitrary<ProvisioningDocument> = fc.record({
  characteristics: fc.array(group, { maxLength: 4 }),
});
