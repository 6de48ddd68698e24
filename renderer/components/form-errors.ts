import { toProblem } from '../api/problem.ts';
import type { TextTools } from '../i18n/provider.tsx';
import type { FieldError } from '../../shared/model/errors.ts';

/** The sentence of what is wrong with one field, with the limits that were told. */
export function fieldErrorText(
  t: TextTools['t'],
  error: Pick<FieldError, 'code' | 'params'>,
): string {
  const { code } = error;
  const min = error.params?.['min'];
  const max = error.params?.['max'];
  const detail = error.params?.['detail'];
  if (code === 'too-long' && max !== undefined) return t('fieldErrors.tooLongBy', { max });
  if (code === 'too-short' && min !== undefined) return t('fieldErrors.tooShortBy', { min });
  if (code === 'bad-template' && detail !== undefined) {
    return t('fieldErrors.badTemplateAt', { detail });
  }
  if (code === 'out-of-range') {
    if (min !== undefined && max !== undefined) return t('fieldErrors.between', { min, max });
    if (max !== undefined) return t('fieldErrors.atMost', { max });
    if (min !== undefined) return t('fieldErrors.atLeast', { min });
  }
  return t(`fieldErrors.${code}`);
}

/**
 * The field errors of a refused command, for `form.setErrors` of @mantine/form: the sentence by the
 * field's dotted path. Empty where the refusal is not about fields; then an ErrorNotice has to tell it.
 */
export function formErrors(t: TextTools['t'], error: unknown): Record<string, string> {
  return Object.fromEntries(
    toProblem(error).fields.map((field) => [field.path, fieldErrorText(t, field)]),
  );
}
