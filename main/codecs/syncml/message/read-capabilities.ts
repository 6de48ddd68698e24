import { childOf, childrenOf, isElement, textOf, type SyncmlElement } from '../elements.ts';
import type { ContentCapability, PropertyInfo } from './device-info.ts';
import { numberOf, tokenOf } from './read-parts.ts';

/** A property, or a parameter, which has the same details but for the numbers. */
type OpenDetails = {
  -readonly [Key in keyof Omit<PropertyInfo, 'values' | 'parameters'>]: PropertyInfo[Key];
} & { values?: string[]; parameters?: OpenDetails[] };

type OpenCapability = {
  -readonly [Key in keyof Omit<ContentCapability, 'properties'>]: ContentCapability[Key];
} & { readonly properties: OpenDetails[] };

/** Content capabilities of a datastore as 1.2 has them, each thing inside its own element. */
export function readCapabilities(datastore: SyncmlElement): ContentCapability[] {
  return childrenOf(datastore, 'CTCap').flatMap((element) => {
    // Synthesis writes the elements of 1.2; others keep the sequence of 1.1 inside a datastore.
    if (childOf(element, 'PropName') !== undefined) return readLegacyCapabilities(element);
    return {
      type: tokenOf(element, 'CTType') ?? '',
      version: tokenOf(element, 'VerCT') ?? '',
      properties: childrenOf(element, 'Property').map(readProperty),
      ...(childOf(element, 'FieldLevel') !== undefined && { fieldLevel: true }),
    };
  });
}

function readProperty(element: SyncmlElement): PropertyInfo {
  const property = readDetails(element, 'PropName');
  const parameters = childrenOf(element, 'PropParam').map((child) =>
    readDetails(child, 'ParamName'),
  );
  return parameters.length > 0 ? { ...property, parameters } : property;
}

function readDetails(element: SyncmlElement, nameTag: 'PropName' | 'ParamName'): OpenDetails {
  const details: OpenDetails = { name: tokenOf(element, nameTag) ?? '' };
  for (const child of element.children) if (isElement(child)) readDetail(details, child);
  return details;
}

/** What follows a name in both forms. */
function readDetail(owner: OpenDetails, element: SyncmlElement): void {
  const text = (): string => textOf(element).trim();
  switch (element.name) {
    case 'ValEnum':
      owner.values ??= [];
      owner.values.push(text());
      break;
    case 'DisplayName':
      owner.displayName = text();
      break;
    case 'NoTruncate':
      owner.noTruncate = true;
      break;
    case 'MaxOccur':
      setNumber(owner, 'maxOccurs', text());
      break;
    case 'MaxSize':
    case 'Size':
      setNumber(owner, 'maxSize', text());
      break;
  }
}

function setNumber(owner: OpenDetails, key: 'maxOccurs' | 'maxSize', text: string): void {
  const value = numberOf(text);
  if (value !== undefined) owner[key] = value;
}

/**
 * Content capabilities as 1.0 and 1.1 have them: one sequence in which each name begins something
 * (DevInf 1.1 DTD, "CTCap"). A version has no place there; the property VERSION tells it.
 */
export function readLegacyCapabilities(element: SyncmlElement): ContentCapability[] {
  const capabilities: OpenCapability[] = [];
  let detailsOf: OpenDetails | undefined;
  for (const child of element.children) {
    if (!isElement(child)) continue;
    const capability = capabilities.at(-1);
    switch (child.name) {
      case 'CTType':
        capabilities.push({ type: textOf(child).trim(), version: '', properties: [] });
        detailsOf = undefined;
        break;
      case 'VerCT':
        if (capability !== undefined) capability.version = textOf(child).trim();
        break;
      case 'FieldLevel':
        if (capability !== undefined) capability.fieldLevel = true;
        break;
      case 'PropName':
        detailsOf = { name: textOf(child).trim() };
        capability?.properties.push(detailsOf);
        break;
      case 'ParamName':
        detailsOf = addParameter(capability?.properties.at(-1), textOf(child).trim());
        break;
      default:
        if (detailsOf !== undefined) readDetail(detailsOf, child);
    }
  }
  return capabilities.map(withVersion);
}

function addParameter(property: OpenDetails | undefined, name: string): OpenDetails {
  const parameter: OpenDetails = { name };
  if (property !== undefined) {
    property.parameters ??= [];
    property.parameters.push(parameter);
  }
  return parameter;
}

function withVersion(capability: ContentCapability): ContentCapability {
  if (capability.version !== '') return capability;
  const property = capability.properties.find(({ name }) => name.toUpperCase() === 'VERSION');
  return { ...capability, version: property?.values?.[0] ?? '' };
}
