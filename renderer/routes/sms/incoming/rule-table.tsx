import { ActionIcon, Button, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { KeywordRule } from '../../../../shared/model/incoming.ts';
import { StateMark } from '../../../components/state-mark.tsx';
import { useText } from '../../../i18n/provider.tsx';
import styles from '../service.module.css';
import { useNames } from '../use-names.ts';
import { hiddenRules, inOrder, movedPosition } from './rule-order.ts';

/** What {@link RuleTable} needs. */
export interface RuleTableProps {
  readonly rules: readonly KeywordRule[];
  readonly onMove: (rule: KeywordRule, position: number) => void;
  readonly onEdit: (rule: KeywordRule) => void;
  readonly onRemove: (rule: KeywordRule) => void;
}

/** The keyword rules in the order in which they are looked at. */
export function RuleTable({ rules, onMove, onEdit, onRemove }: RuleTableProps): ReactNode {
  const { t } = useText();
  const names = useNames();
  const hidden = hiddenRules(rules);
  const whereto = (rule: KeywordRule): string =>
    rule.action === 'discard'
      ? ''
      : rule.action === 'mail'
        ? rule.mailTo
        : (names.account(rule.accountId) ?? t('common.unknown'));
  const moves = [
    { by: -1, icon: IconArrowUp, key: 'up' },
    { by: 1, icon: IconArrowDown, key: 'down' },
  ] as const;
  return (
    <table className={styles['plain']}>
      <caption className="pd-spoken">{t('incomingPage.rules.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('incomingPage.rule.keyword')}</th>
          <th scope="col">{t('incomingPage.rule.action')}</th>
          <th scope="col">{t('common.state')}</th>
          <th scope="col">
            <span className="pd-spoken">{t('common.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {inOrder(rules).map((rule) => (
          <tr key={rule.id}>
            <td>
              <span className="pd-mono">{rule.keyword}</span>
              {rule.keyword === '*' ? (
                <span className="pd-soft"> {t('incomingPage.rule.every')}</span>
              ) : null}
            </td>
            <td>
              {t(`incomingPage.rule.action.${rule.action}`)} {whereto(rule)}
            </td>
            <td>
              {hidden.has(rule.id) ? (
                <StateMark state="attention" word={t('incomingPage.rule.hidden')} />
              ) : (
                <StateMark
                  state={rule.active ? 'working' : 'off'}
                  word={rule.active ? t('common.on') : t('common.off')}
                />
              )}
            </td>
            <td>
              <Group gap="xs" justify="flex-end" wrap="nowrap">
                {moves.map(({ by, icon: Icon, key }) => {
                  const position = movedPosition(rules, rule.id, by);
                  return (
                    <ActionIcon
                      key={key}
                      disabled={position === null}
                      aria-label={t(`incomingPage.rule.${key}`, { keyword: rule.keyword })}
                      onClick={() => {
                        if (position !== null) onMove(rule, position);
                      }}
                    >
                      <Icon size={14} aria-hidden />
                    </ActionIcon>
                  );
                })}
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={t('incomingPage.rule.edit', { keyword: rule.keyword })}
                  onClick={() => {
                    onEdit(rule);
                  }}
                >
                  {t('common.edit')}
                </Button>
                <Button
                  variant="subtle"
                  color="gray"
                  c="var(--pd-failed)"
                  size="compact-sm"
                  aria-label={`${t('common.remove')}: ${rule.keyword}`}
                  onClick={() => {
                    onRemove(rule);
                  }}
                >
                  {t('common.remove')}
                </Button>
              </Group>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
