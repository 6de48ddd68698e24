import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { toProblem } from '../api/problem.ts';
import { useText } from '../i18n/provider.tsx';
import { formErrors } from './form-errors.ts';

/** A form's way to the services. */
export interface Submit<Values> {
  /** For the form's `onSubmit`, and for buttons that do more than save. */
  readonly submit: (values: Values) => Promise<boolean>;
  readonly isRunning: boolean;
  /** What the fields cannot tell; for an ErrorNotice above them. */
  readonly error: unknown;
  readonly clear: () => void;
}

/**
 * Runs a command with a form's values. A refusal of fields is shown beside them; `fieldOf` says which
 * field of the form a field of the service is, where their names differ. Resolves to whether it worked.
 */
export function useSubmit<Values extends object>(
  form: UseFormReturnType<Values>,
  run: (values: Values) => Promise<unknown>,
  fieldOf: (path: string) => string | null = (path) => path,
): Submit<Values> {
  const { t } = useText();
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const submit = async (values: Values): Promise<boolean> => {
    setIsRunning(true);
    setError(null);
    try {
      await run(values);
      return true;
    } catch (thrown) {
      const texts = formErrors(t, thrown);
      const known = Object.entries(texts).flatMap(([path, text]) => {
        const field = fieldOf(path);
        return field === null || form.getInputNode(field) === null ? [] : [[field, text] as const];
      });
      form.setErrors(Object.fromEntries(known));
      const isTold = known.length > 0 && known.length === toProblem(thrown).fields.length;
      if (!isTold) setError(thrown);
      const first = known[0];
      if (first !== undefined) form.getInputNode(first[0])?.focus();
      return false;
    } finally {
      setIsRunning(false);
    }
  };
  return {
    submit,
    isRunning,
    error,
    clear: () => {
      setError(null);
    },
  };
}
