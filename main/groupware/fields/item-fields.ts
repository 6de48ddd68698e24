import type { ItemField } from '../../../shared/model/item.ts';
import { base64Octets } from '../base64-octets.ts';
import type { FileItem, FolderItem, Item, MailItem, NoteItem } from '../content/index.ts';
import { readMailHead } from '../heading/mail-head.ts';
import { addContactFields } from './contact-fields.ts';
import { createFieldList, timeText } from './field-list.ts';
import type { FieldList } from './field-list.ts';
import { addPlannedFields } from './planned-fields.ts';

/** Everything that a person reads of an item, in order; the forms are in `shared/model/item-fields.ts`. */
export function itemFieldsOf(item: Item): ItemField[] {
  const list = createFieldList();
  switch (item.kind) {
    case 'contact':
      addContactFields(list, item);
      break;
    case 'event':
    case 'task':
      addPlannedFields(list, item);
      break;
    case 'note':
      addNoteFields(list, item);
      break;
    case 'mail':
      addMailFields(list, item);
      break;
    case 'file':
      addFileFields(list, item);
      break;
    case 'folder':
      addFolderFields(list, item);
      break;
  }
  if ('categories' in item || 'extra' in item || 'uid' in item || 'classification' in item) {
    list.add('categories', item.categories?.join(', '));
    list.add('classification', item.classification);
    list.add('uid', item.uid);
    list.addOthers(item.extra);
  }
  return [...list.fields];
}

function addNoteFields(list: FieldList, note: NoteItem): void {
  list.add('subject', note.subject);
  list.add('text', note.text);
  list.add('date', timeText(note.date));
}

function addMailFields(list: FieldList, mail: MailItem): void {
  const { subject, from, to } = readMailHead(mail.body);
  list.add('subject', subject);
  list.add('from', from);
  list.add('to', to);
  list.add('received', mail.received);
  list.addMark('read', mail.read);
  list.addMark('replied', mail.replied);
  list.addMark('forwarded', mail.forwarded);
  list.addMark('flagged', mail.flagged);
  list.add('size', base64Octets(mail.body));
}

function addFileFields(list: FieldList, file: FileItem): void {
  list.add('fileName', file.name);
  list.add('contentType', file.contentType);
  list.add('size', base64Octets(file.body ?? ''));
  addStamps(list, file);
}

function addFolderFields(list: FieldList, folder: FolderItem): void {
  list.add('folderName', folder.name);
  list.add('folderRole', folder.role);
  addStamps(list, folder);
}

function addStamps(list: FieldList, item: FileItem | FolderItem): void {
  list.add('attributes', item.attributes);
  list.add('created', item.created);
  list.add('modified', item.modified);
  list.add('accessed', item.accessed);
}
