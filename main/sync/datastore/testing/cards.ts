/** What stands on a card. */
export interface Card {
  readonly family?: string;
  readonly given?: string;
  readonly title?: string;
  readonly tel?: string;
  readonly email?: string;
  readonly note?: string;
  readonly rev?: string;
  readonly uid?: string;
}

/** A vCard 3.0, with CRLF. */
export function card(given: Card): string {
  const { family = 'Byron', title, tel, email, note, rev, uid } = given;
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `N:${family};${given.given ?? 'Ada'};;;`,
    ...(uid === undefined ? [] : [`UID:${uid}`]),
    ...(rev === undefined ? [] : [`REV:${rev}`]),
    ...(title === undefined ? [] : [`TITLE:${title}`]),
    ...(tel === undefined ? [] : [`TEL;TYPE=CELL:${tel}`]),
    ...(email === undefined ? [] : [`EMAIL;TYPE=INTERNET:${email}`]),
    ...(note === undefined ? [] : [`NOTE:${note}`]),
    'END:VCARD',
    '',
  ].join('\r\n');
}
