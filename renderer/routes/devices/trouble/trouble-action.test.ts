import { describe, expect, it } from 'vitest';
import { troubleActionSchema } from '../../../../shared/model/troubleshooter.ts';
import type { TroubleAction } from '../../../../shared/model/troubleshooter.ts';
import { sampleDevice } from '../../../testing/samples.ts';
import { takeAction } from './trouble-action.ts';

const device = sampleDevice();
const action = (
  kind: TroubleAction['kind'],
  given: Partial<TroubleAction> = {},
): TroubleAction => ({ kind, id: null, value: null, ...given });

describe('a button of the troubleshooter', () => {
  it('leads somewhere or does something for every action, also where nothing is named', () => {
    for (const kind of troubleActionSchema.shape.kind.options) {
      expect(takeAction(action(kind), device).kind).toMatch(/^(go|call|again)$/u);
    }
  });

  it('opens the dialogs of the set-up tab', () => {
    expect(takeAction(action('send-configuration'), device)).toMatchObject({
      place: { to: '/devices', search: { open: 'device-1', tab: 'setup', do: 'send' } },
    });
    expect(takeAction(action('send-link'), device)).toMatchObject({
      place: { search: { do: 'link' } },
    });
  });

  it('renames the folder to what the phone calls it, and leaves the rest of it', () => {
    expect(
      takeAction(action('rename-folder', { id: 'folder-1', value: 'contacts' }), device),
    ).toMatchObject({
      what: { call: 'rename', folder: { id: 'folder-1', name: 'contacts', enabled: true } },
    });
  });

  it('shows the folders where it is not told which one to rename', () => {
    expect(takeAction(action('rename-folder', { value: 'x' }), device)).toMatchObject({
      place: { search: { tab: 'folders' } },
    });
  });

  it('reports a change of the data type that is named', () => {
    expect(takeAction(action('report-change', { value: 'calendar' }), device)).toMatchObject({
      what: { call: 'report', accountId: 'account-1', dataType: 'calendar' },
    });
  });

  it('goes to the routes of the SMS page', () => {
    expect(takeAction(action('show-routes'), device)).toMatchObject({
      place: { to: '/sms', search: { tab: 'routes' } },
    });
  });

  it('goes to the trace and to the session that it names', () => {
    expect(takeAction(action('show-trace', { id: 't1' }), device)).toMatchObject({
      place: { to: '/trace/$traceId', params: { traceId: 't1' } },
    });
    expect(takeAction(action('show-session', { id: 's1' }), device)).toMatchObject({
      place: { to: '/session/$sessionId', params: { sessionId: 's1' } },
    });
  });
});
