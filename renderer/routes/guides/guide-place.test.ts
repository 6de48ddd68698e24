import { describe, expect, it } from 'vitest';
import { readGuidePlace } from './guide-place.ts';

describe('the address of a guide', () => {
  it('names a client type, a topic or a device, and a language', () => {
    expect(readGuidePlace({ clientType: 'nokia', language: 'pl' }, 'en')).toEqual({
      choice: { clientType: 'nokia' },
      language: 'pl',
    });
    expect(readGuidePlace({ topic: 'gateways' }, 'cs')).toEqual({
      choice: { topic: 'gateways' },
      language: 'cs',
    });
    expect(readGuidePlace({ device: 'd1', clientType: 'nokia' }, 'en').choice).toEqual({
      deviceId: 'd1',
    });
  });

  it('shows the list where it names nothing that is known', () => {
    expect(readGuidePlace({ clientType: 'toaster', language: 'xx' }, 'en')).toEqual({
      choice: null,
      language: 'en',
    });
  });
});
