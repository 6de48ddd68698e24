import type { Phone, PhoneMessage } from '../../shared/model/phone.ts';

/** A message with settings. */
export type SettingsMessage = PhoneMessage & {
  readonly configuration: NonNullable<PhoneMessage['configuration']>;
};

/** Whether a message brought settings. */
export function isSettings(message: PhoneMessage): message is SettingsMessage {
  return message.configuration !== null;
}

/** The newest settings that nobody has saved or put away; undefined when there are none. */
export function pendingSettings({ messages }: Phone): SettingsMessage | undefined {
  const newest = messages.find(isSettings);
  const state = newest?.configuration.state;
  return state === 'locked' || state === 'open' ? newest : undefined;
}

/** What a phone shows of its newest message although nothing woke it: that it did not follow it. */
export type RefusalWord = 'empty' | 'server' | 'undecodable' | 'incomplete' | 'sim' | 'pin';

/** Why a phone did nothing with a message; null where it did something, or its owner did. */
export function refusalOf(message: PhoneMessage): RefusalWord | null {
  const { kind, ignored, error, configuration } = message;
  if (ignored !== null) return ignored;
  // Parts are put together by their headers, which are what does not fit then.
  if (kind === 'undecodable') return error?.startsWith('udh:') === true ? 'incomplete' : kind;
  if (configuration?.state !== 'discarded') return null;
  if (configuration.problem === 'sim') return 'sim';
  return configuration.asksPin && configuration.triesLeft === 0 ? 'pin' : null;
}
