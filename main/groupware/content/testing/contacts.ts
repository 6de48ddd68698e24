import fc from 'fast-check';
import type { ContactItem, PersonName, PostalAddress, Typed } from '../item.ts';
import { compact } from '../compact.ts';
import { blockText, lineText, optional, some } from './arbitrary.ts';

const typed = (words: readonly [string, ...string[]], value: fc.Arbitrary<string>) =>
  fc
    .tuple(value, fc.option(some(words), { nil: undefined }))
    .map(([text, types]) => compact<Typed>({ value: text, types: types?.sort() }));

const phone = fc.stringMatching(/^\+?[0-9]{3,14}$/);
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const name = optional<PersonName>({
  family: lineText,
  given: lineText,
  middle: lineText,
  prefix: lineText,
  suffix: lineText,
});

const address = optional<PostalAddress>({
  poBox: lineText,
  extended: lineText,
  street: blockText,
  city: lineText,
  region: lineText,
  postalCode: lineText,
  country: lineText,
})
  .filter((fields) => Object.keys(fields).length > 0)
  .chain((fields) =>
    some(['home', 'work', 'pref']).map((types) => ({ ...fields, types: types.sort() })),
  );

const photo = fc
  .uint8Array({ minLength: 1, maxLength: 400 })
  .map((bytes) => ({ data: Buffer.from(bytes).toString('base64'), mediaType: 'image/jpeg' }));

/** Contacts with every field, and texts that break careless codecs. */
export const contacts: fc.Arbitrary<ContactItem> = optional<ContactItem>({
  kind: fc.constant('contact' as const),
  uid: fc.stringMatching(/^[a-z0-9-]{1,20}$/),
  modified: fc.constant('2024-03-31T08:00:00Z'),
  categories: fc.uniqueArray(fc.constantFrom('Rodina', 'Práce', 'VIP'), {
    minLength: 1,
    maxLength: 3,
  }),
  classification: fc.constantFrom('PUBLIC', 'PRIVATE', 'CONFIDENTIAL'),
  name: name as fc.Arbitrary<PersonName>,
  formattedName: lineText,
  nicknames: fc.array(lineText, { minLength: 1, maxLength: 2 }),
  fileAs: lineText,
  organization: lineText,
  units: fc.array(lineText, { minLength: 1, maxLength: 2 }),
  title: lineText,
  role: lineText,
  phones: fc.array(typed(['cell', 'home', 'work', 'fax', 'pref'], phone), {
    minLength: 1,
    maxLength: 5,
  }),
  emails: fc.array(typed(['home', 'work', 'pref'], fc.emailAddress()), {
    minLength: 1,
    maxLength: 3,
  }),
  urls: fc.array(typed(['home', 'work'], fc.webUrl()), { minLength: 1, maxLength: 2 }),
  addresses: fc.array(address, { minLength: 1, maxLength: 3 }),
  birthday: fc.oneof(day, fc.constant('--02-29')),
  anniversary: day,
  notes: blockText,
  photo,
  extra: fc.array(
    fc.record({
      name: fc.constantFrom('X-ICQ', 'X-SPOUSE', 'GEO', 'TZ'),
      params: fc.constant([]),
      value: fc.constantFrom('123', 'a\\,b\\;c', 'two\\nlines', 'größe'),
    }),
    { minLength: 1, maxLength: 3 },
  ),
}).map((fields) => ({ ...compact<ContactItem>({ ...fields, kind: 'contact' }), kind: 'contact' }));
