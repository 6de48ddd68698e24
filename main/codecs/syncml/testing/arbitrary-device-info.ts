import fc from 'fast-check';
import type {
  ContentCapability,
  ContentTypeRef,
  DatastoreInfo,
  DeviceInfo,
  ParameterInfo,
  PropertyInfo,
} from '../message/device-info.ts';
import type { SyncmlVersion } from '../public-ids.ts';
import { anyCount, optional } from './arbitrary-parts.ts';
import { anyToken } from './arbitrary-text.ts';

const isThere = fc.constant<boolean>(true);
const anyType: fc.Arbitrary<ContentTypeRef> = fc.record({ type: anyToken, version: anyToken });
const anyTypes = fc.array(anyType, { maxLength: 2 });
const someValues = fc.array(anyToken, { minLength: 1, maxLength: 3 });

const anyParameter: fc.Arbitrary<ParameterInfo> = optional(
  { name: anyToken, values: someValues, displayName: anyToken },
  ['name'],
);

const anyProperty: fc.Arbitrary<PropertyInfo> = optional(
  {
    name: anyToken,
    maxSize: anyCount,
    maxOccurs: anyCount,
    noTruncate: isThere,
    values: someValues,
    parameters: fc.array(anyParameter, { minLength: 1, maxLength: 2 }),
    displayName: anyToken,
  },
  ['name'],
);

/** Before 1.2 a property has its values or its size, and nothing says how often it may be there. */
const anyLegacyProperty: fc.Arbitrary<PropertyInfo> = anyProperty.map(
  ({ maxOccurs, noTruncate, maxSize, ...property }) =>
    maxSize === undefined || property.values !== undefined ? property : { ...property, maxSize },
);

const anyCapability: fc.Arbitrary<ContentCapability> = optional(
  {
    type: anyToken,
    version: anyToken,
    properties: fc.array(anyProperty, { maxLength: 3 }),
    fieldLevel: isThere,
  },
  ['type', 'version', 'properties'],
);

const anyDatastore: fc.Arbitrary<DatastoreInfo> = optional(
  {
    sourceRef: anyToken,
    displayName: anyToken,
    maxGuidSize: anyCount,
    receivePreferred: anyType,
    receive: anyTypes,
    sendPreferred: anyType,
    send: anyTypes,
    capabilities: fc.array(anyCapability, { maxLength: 2 }),
    supportsHierarchicalSync: isThere,
    memory: optional({ maxItems: anyCount, maxBytes: anyCount }, []),
    syncTypes: fc.array(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
    filterTypes: fc.array(anyType, { minLength: 1, maxLength: 2 }),
  },
  [
    ...(['sourceRef', 'receivePreferred', 'receive', 'sendPreferred', 'send'] as const),
    ...(['capabilities', 'syncTypes'] as const),
  ],
);

/** A datastore of a type of its own, whose capabilities tell the version as those of 1.1 have to. */
const anyLegacyDatastore: fc.Arbitrary<DatastoreInfo> = fc
  .tuple(
    anyDatastore,
    anyType,
    fc.uniqueArray(anyLegacyProperty, {
      selector: ({ name }) => name.toUpperCase(),
      maxLength: 3,
    }),
  )
  .map(([{ supportsHierarchicalSync, filterTypes, ...datastore }, type, properties]) => {
    const version: PropertyInfo = { name: 'VERSION', values: [type.version] };
    const others = properties.filter(({ name }) => name.toUpperCase() !== 'VERSION');
    return {
      ...datastore,
      receivePreferred: type,
      receive: [],
      sendPreferred: type,
      send: [],
      capabilities: [{ ...type, properties: [version, ...others] }],
    };
  });

/** Descriptions as that version can carry them. */
export function anyDeviceInfo(version: SyncmlVersion): fc.Arbitrary<DeviceInfo> {
  const abilities = {
    utc: isThere,
    supportsLargeObjects: isThere,
    supportsNumberOfChanges: isThere,
  };
  const info = optional(
    {
      version: fc.constant(version),
      manufacturer: anyToken,
      model: anyToken,
      oem: anyToken,
      firmwareVersion: anyToken,
      softwareVersion: anyToken,
      hardwareVersion: anyToken,
      deviceId: anyToken,
      deviceType: fc.constantFrom('phone', 'pda', 'server', 'workstation'),
      ...abilities,
      datastores:
        version === '1.2'
          ? fc.array(anyDatastore, { maxLength: 3 })
          : fc.uniqueArray(anyLegacyDatastore, {
              selector: ({ sendPreferred }) => sendPreferred.type.toLowerCase(),
              maxLength: 3,
            }),
      extensions: fc.array(
        fc.record({ name: anyToken, values: fc.array(anyToken, { maxLength: 2 }) }),
        { minLength: 1, maxLength: 2 },
      ),
    },
    ['version', 'deviceId', 'deviceType', 'datastores'],
  );
  if (version !== '1.0') return info;
  return info.map(
    ({ utc, supportsLargeObjects, supportsNumberOfChanges, ...first }): DeviceInfo => first,
  );
}
