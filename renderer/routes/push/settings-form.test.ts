import { describe, expect, it } from 'vitest';
import { defaultPushSettings } from '../../../shared/model/settings.ts';
import { formToSettings, settingsToForm } from './settings-form.ts';

describe('the settings of the engine', () => {
  it('come back as they were, without a password', () => {
    const { active: _active, hasServerPassword: _set, ...settings } = defaultPushSettings;
    expect(formToSettings(settingsToForm(defaultPushSettings))).toEqual(settings);
  });

  it('send an empty password only to remove it', () => {
    const values = settingsToForm({ ...defaultPushSettings, hasServerPassword: true });
    expect(formToSettings(values)).not.toHaveProperty('serverPassword');
    expect(formToSettings({ ...values, removesPassword: true }).serverPassword).toBe('');
    expect(formToSettings({ ...values, serverPassword: 'new' }).serverPassword).toBe('new');
  });
});
