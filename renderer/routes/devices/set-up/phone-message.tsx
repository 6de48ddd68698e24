import type { ReactNode } from 'react';
import type { ProvisioningPreview } from '../../../../shared/model/provisioning.ts';
import { useText } from '../../../i18n/provider.tsx';
import styles from './set-up.module.css';

const groups = ['sync', 'folders', 'mail', 'connection'] as const;

/** The configuration as a phone shows it, drawn plainly. */
export function PhoneMessage({ preview }: { readonly preview: ProvisioningPreview }): ReactNode {
  const { t } = useText();
  const server = preview.fields.find((field) => field.name === 'profile')?.value;
  return (
    <figure className={styles['phone']}>
      <figcaption>{t('provisioningPage.dialog.phone')}</figcaption>
      <div className={styles['screen']}>
        <h3>{t('provisioningPage.phone.title')}</h3>
        {server === undefined ? null : <p>{t('provisioningPage.phone.from', { name: server })}</p>}
        {preview.pin === null ? null : <p>{t('provisioningPage.phone.pin')}</p>}
        {preview.fields.length === 0 ? <p>{t('provisioningPage.phone.nothing')}</p> : null}
        {groups.map((group) => {
          const fields = preview.fields.filter((field) => field.group === group);
          return fields.length === 0 ? null : (
            <section key={group}>
              <h4>{t(`provisioningPage.group.${group}`)}</h4>
              <dl>
                {fields.map((field) => (
                  <div key={`${field.name}-${field.value}`}>
                    <dt>{t(`provisioningFields.${field.name}`)}</dt>
                    <dd>{field.value}</dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
        <div className={styles['soft']} aria-hidden>
          <span>{t('provisioningPage.phone.save')}</span>
          <span>{t('provisioningPage.phone.discard')}</span>
        </div>
      </div>
    </figure>
  );
}
