import type { Message } from '../../../../shared/model/message.ts';

/** What a message is in the eyes of a person; the word is `messagesPage.kind.<kind>`. */
export type MessageKind = 'alert' | 'configuration' | 'link' | 'text' | 'bytes';

/** What a message is: by where it comes from, and for what people sent by whether it is a text. */
export function messageKind({ source, text }: Pick<Message, 'source' | 'text'>): MessageKind {
  if (source === 'alert' || source === 'configuration' || source === 'link') return source;
  return text === null ? 'bytes' : 'text';
}
