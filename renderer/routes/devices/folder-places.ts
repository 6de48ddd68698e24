import type { Collection } from '../../../shared/model/collection.ts';
import type { Folder } from '../../../shared/model/device.ts';
import {
  formatPlace,
  formatSourceUri,
  isSamePlace,
  parsePlace,
  placeNameKey,
  placeOfFolder,
} from '../../../shared/model/source-uri.ts';
import type { Place } from '../../../shared/model/source-uri.ts';

/** A folder on the server that a device's folder can stand for. */
export interface PlaceOffer {
  /** What is stored: empty for the main folder. */
  readonly place: string;
  /** What a person reads: `contacts/Sales`. */
  readonly uri: string;
  /** False for one that was chosen and does not exist any more. */
  readonly exists: boolean;
}

/** Name behind `shared/`: the folder's own where it is the only one of this name, else with its owner's. */
function sharedName(collection: Collection, shared: readonly Collection[]): string {
  if (collection.name === '') return collection.accountAddress;
  const isOnly = !shared.some(
    (other) =>
      other.id !== collection.id && placeNameKey(other.name) === placeNameKey(collection.name),
  );
  return isOnly ? collection.name : `${collection.accountAddress}/${collection.name}`;
}

/**
 * The folders on the server that a device's folder can stand for.
 *
 * @param collections Those that the account sees, of all data types.
 */
export function placeOffers(
  collections: readonly Collection[],
  folder: Pick<Folder, 'dataType' | 'name' | 'place'>,
  accountId: string,
): PlaceOffer[] {
  const { dataType } = folder;
  const ofType = collections.filter((collection) => collection.dataType === dataType);
  const shared = ofType.filter((one) => one.accountId !== null && one.accountId !== accountId);
  const places = ofType.map((collection): Place => {
    if (collection.accountId === null) return { kind: 'corporate', name: collection.name };
    if (collection.accountId === accountId) return { kind: 'own', name: collection.name };
    return { kind: 'shared', name: sharedName(collection, shared) };
  });
  const main = parsePlace('');
  const all = places.some((place) => isSamePlace(place, main)) ? places : [main, ...places];
  const chosen = placeOfFolder(folder);
  const offer = (place: Place, exists: boolean): PlaceOffer => ({
    place: formatPlace(place),
    uri: formatSourceUri({ dataType, place }),
    exists,
  });
  return [
    ...all.map((place) => offer(place, true)),
    ...(all.some((place) => isSamePlace(place, chosen)) ? [] : [offer(chosen, false)]),
  ];
}

/** The offer that a folder has now, as {@link PlaceOffer.place}. */
export function chosenPlace(
  offers: readonly PlaceOffer[],
  folder: Pick<Folder, 'dataType' | 'name' | 'place'>,
): string {
  const chosen = placeOfFolder(folder);
  const offer = offers.find(({ place }) => isSamePlace(parsePlace(place), chosen));
  return offer?.place ?? formatPlace(chosen);
}
