import { conflictPolicySchema } from '../../../shared/model/account.ts';
import type { ConflictPolicies } from '../../../shared/model/account.ts';
import type { DataType } from '../../../shared/model/words.ts';
import { oneOf } from '../../routing/search.ts';

/** What stands in the select where an account follows the setting. */
export const followsSetting = '';

/** The policies after one was chosen; whatever is no policy follows the setting. */
export function withPolicy(
  conflicts: ConflictPolicies,
  dataType: DataType,
  chosen: string | null,
): ConflictPolicies {
  const { [dataType]: _before, ...others } = conflicts;
  const policy = oneOf(chosen ?? followsSetting, conflictPolicySchema.options);
  return policy === undefined ? others : { ...others, [dataType]: policy };
}
