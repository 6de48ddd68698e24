import { expect, it } from 'vitest';
import { budgetToForm, formToBudget, hasLimit } from './budget-form.ts';

it('shows no limit as an empty field, and sends it back as none', () => {
  const form = budgetToForm({
    scope: 'device',
    id: 'd1',
    name: 'E71',
    perMinute: null,
    perDay: 20,
    perMonth: null,
    usedToday: 0,
    usedThisMonth: 0,
  });
  expect(form).toEqual({ id: 'd1', perMinute: '', perDay: 20, perMonth: '' });
  expect(formToBudget('device', form, false)).toEqual({
    scope: 'device',
    id: 'd1',
    perMinute: null,
    perDay: 20,
    perMonth: null,
  });
});

it('sends the rule for all without an id', () => {
  const values = { ...budgetToForm(null), id: 'left over', perMonth: '100' };
  expect(formToBudget('account', values, true)).toMatchObject({ id: null, perMonth: 100 });
});

it('knows a budget that limits nothing', () => {
  expect(hasLimit(budgetToForm(null))).toBe(false);
  expect(hasLimit({ ...budgetToForm(null), perDay: 1 })).toBe(true);
});
