import type { SyncmlElement } from '../elements.ts';
import type {
  ContentCapability,
  DatastoreInfo,
  ParameterInfo,
  PropertyInfo,
} from './device-info.ts';
import { devinfElement, devinfFlag, devinfLeaf } from './write-devinf.ts';

/** CTCap of a datastore in 1.2. */
export function writeCapability(capability: ContentCapability): SyncmlElement {
  return devinfElement('CTCap', [
    devinfLeaf('CTType', capability.type),
    devinfLeaf('VerCT', capability.version),
    devinfFlag('FieldLevel', capability.fieldLevel),
    ...capability.properties.map(writeProperty),
  ]);
}

function writeProperty(property: PropertyInfo): SyncmlElement {
  return devinfElement('Property', [
    devinfLeaf('PropName', property.name),
    devinfLeaf('MaxOccur', property.maxOccurs),
    devinfLeaf('MaxSize', property.maxSize),
    devinfFlag('NoTruncate', property.noTruncate),
    ...values(property),
    devinfLeaf('DisplayName', property.displayName),
    ...(property.parameters ?? []).map((parameter) =>
      devinfElement('PropParam', [
        devinfLeaf('ParamName', parameter.name),
        ...values(parameter),
        devinfLeaf('DisplayName', parameter.displayName),
      ]),
    ),
  ]);
}

/**
 * CTCap of all datastores in 1.0 and 1.1, which stands once: a type that several have, such as
 * text/calendar of events and tasks, gets the properties of all of them.
 */
export function writeLegacyCapabilities(
  datastores: readonly DatastoreInfo[],
): SyncmlElement | undefined {
  const types = new Map<string, { type: string; properties: Map<string, PropertyInfo> }>();
  for (const { type, version, properties } of datastores.flatMap((each) => each.capabilities)) {
    const key = `${type.toLowerCase()}\n${version}`;
    const known = types.get(key) ?? { type, properties: new Map<string, PropertyInfo>() };
    types.set(key, known);
    for (const property of properties) {
      if (!known.properties.has(property.name)) known.properties.set(property.name, property);
    }
  }
  if (types.size === 0) return undefined;
  const sequence = [...types.values()].flatMap(({ type, properties }) => [
    devinfLeaf('CTType', type),
    ...[...properties.values()].flatMap(legacyProperty),
  ]);
  return devinfElement('CTCap', sequence);
}

function legacyProperty(property: PropertyInfo): (SyncmlElement | undefined)[] {
  return [
    devinfLeaf('PropName', property.name),
    ...legacyValues(property),
    devinfLeaf('DisplayName', property.displayName),
    ...(property.parameters ?? []).flatMap((parameter) => [
      devinfLeaf('ParamName', parameter.name),
      ...values(parameter),
      devinfLeaf('DisplayName', parameter.displayName),
    ]),
  ];
}

/** Either the values or a data type with a size; a size alone needs the type in front. */
function legacyValues(property: PropertyInfo): (SyncmlElement | undefined)[] {
  if (property.values !== undefined && property.values.length > 0) return values(property);
  if (property.maxSize === undefined) return [];
  return [devinfLeaf('DataType', 'chr'), devinfLeaf('Size', property.maxSize)];
}

function values(owner: PropertyInfo | ParameterInfo): (SyncmlElement | undefined)[] {
  return (owner.values ?? []).map((value) => devinfLeaf('ValEnum', value));
}
