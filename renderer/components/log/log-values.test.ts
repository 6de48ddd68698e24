import { describe, expect, it } from 'vitest';
import type { LogEntry } from '../../../shared/model/log-entry.ts';
import { textsOf } from '../../i18n/format.ts';
import type { TextTools } from '../../i18n/provider.tsx';
import { createFormats } from '../../i18n/times.ts';
import { capitalize, logText } from './log-values.ts';

function toolsOf(language: 'en' | 'pl'): TextTools {
  const texts = textsOf(language);
  const word = (count: string): string => count;
  return {
    language,
    t: (key, ...params) => texts.format(key, params[0] ?? {}),
    textOf: (key, params) => (texts.has(key) ? texts.format(key, params) : null),
    partsOf: (key, params) => (texts.has(key) ? texts.parts(key, params) : null),
    list: (words) => texts.list(words),
    format: createFormats(language, {
      justNow: '',
      milliseconds: word,
      seconds: word,
      minutes: word,
      hours: word,
      days: word,
    }),
  };
}

function entry(key: string, params: LogEntry['params']): LogEntry {
  return {
    id: 1,
    at: 0,
    level: 'info',
    area: 'push',
    key,
    params,
    text: 'in English',
    traceId: null,
    accountId: null,
    deviceId: null,
    gatewayId: null,
  };
}

describe('a line of the log', () => {
  it('begins like a sentence, with words of the vocabulary in their language', () => {
    const change = entry('change.reported', {
      folder: 'contacts',
      account: 'ada@example.org',
      source: 'udp',
    });
    expect(logText(change, toolsOf('en'))).toBe('Contacts of ada@example.org changed, told by UDP');
    expect(logText(change, toolsOf('pl'))).toContain('kontakty');
  });

  it('keeps the names of folders letter by letter, because phones compare them so', () => {
    const planned = entry('alert.planned', { device: 'E71', folders: ['contacts', 'Calendar'] });
    expect(logText(planned, toolsOf('pl'))).toContain('contacts');
  });

  it('keeps names as they are at the beginning', () => {
    expect(logText(entry('alert.answered', { device: 'e71' }), toolsOf('en'))).toBe(
      'e71 answers the alert',
    );
  });

  it('is told in English when its sentence is not known', () => {
    expect(logText(entry('moon.rose', {}), toolsOf('pl'))).toBe('in English');
  });

  it('is capitalised by the rules of its language', () => {
    expect(capitalize('ścieżka', 'pl')).toBe('Ścieżka');
    expect(capitalize('', 'pl')).toBe('');
  });
});
