import type { ItemField } from '../../../shared/model/item.ts';
import type { ItemFieldName } from '../../../shared/model/item-fields.ts';
import type { RawProperty, When } from '../content/index.ts';

/** Readable lines of an item while they are gathered; what is missing or empty makes none. */
export interface FieldList {
  add(field: ItemFieldName, value: string | number | undefined): void;
  addAll(field: ItemFieldName, values: readonly string[] | undefined): void;
  /** A mark that is set or not. */
  addMark(field: ItemFieldName, isSet: boolean | undefined): void;
  /** Properties that have no field of their own. */
  addOthers(properties: readonly RawProperty[] | undefined): void;
  readonly fields: readonly ItemField[];
}

/** Longest value that is told whole: nobody reads on, and pictures in unknown properties are long. */
const longestOther = 1_000;

/** An empty list. */
export function createFieldList(): FieldList {
  const fields: ItemField[] = [];
  const add: FieldList['add'] = (field, value) => {
    if (value !== undefined && value !== '') fields.push({ field, value: String(value) });
  };
  return {
    add,
    addAll(field, values = []) {
      for (const value of values) add(field, value);
    },
    addMark(field, isSet) {
      if (isSet === true) add(field, 'true');
    },
    addOthers(properties = []) {
      for (const { name, value } of properties) {
        const text = value.replaceAll(/\\([;,\\])/g, '$1').replaceAll(/\\n/gi, '\n');
        add('other', `${name}: ${text.slice(0, longestOther)}`);
      }
    },
    fields,
  };
}

/** A time as the form `time` of `shared/model/item-fields.ts` has it. */
export function timeText(when: When | undefined): string | undefined {
  if (when === undefined) return undefined;
  return when.kind === 'zoned' ? `${when.at}[${when.zone}]` : when.at;
}
