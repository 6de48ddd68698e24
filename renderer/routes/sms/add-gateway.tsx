import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { gatewayKindSchema } from '../../../shared/model/gateway.ts';
import type { Gateway, GatewayKind } from '../../../shared/model/gateway.ts';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import { oneOf } from '../../routing/search.ts';
import styles from './form/form.module.css';
import { nextPriority } from './gateway-form.ts';
import { NewGatewayForm } from './new-gateway-form.tsx';

/** The kinds in the order in which an office is likely to have them. */
const kinds = [
  'modem',
  'http',
  'peer',
  'smpp',
  'simulator',
] as const satisfies readonly GatewayKind[];

/** What the dialog of a new gateway shows: the choice of a kind, or the form of one. */
export type Adding = GatewayKind | 'choose';

/** Reads the `add` of the URL; undefined while the dialog is closed. */
export function readAdding(value: string | undefined): Adding | undefined {
  return oneOf<Adding>(value, ['choose', ...gatewayKindSchema.options]);
}

function KindChoice({ onChoose }: { readonly onChoose: (kind: GatewayKind) => void }): ReactNode {
  const { t } = useText();
  return (
    <ul className={styles['kinds']}>
      {kinds.map((kind) => (
        <li key={kind}>
          <button
            type="button"
            className={styles['kind']}
            data-autofocus={kind === kinds[0] ? true : undefined}
            onClick={() => {
              onChoose(kind);
            }}
          >
            <strong>{t(`sms.kind.${kind}`)}</strong>
            <span className="pd-soft">{t(`sms.kind.${kind}-text`)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What {@link AddGateway} needs. */
export interface AddGatewayProps {
  /** Undefined while the dialog is closed. */
  readonly adding: Adding | undefined;
  readonly gateways: readonly Gateway[];
  readonly onChoose: (adding: Adding) => void;
  readonly onClose: () => void;
  readonly onCreated: (gateway: Gateway) => void;
}

/** The dialog that adds a gateway: first its kind, then its settings. */
export function AddGateway(props: AddGatewayProps): ReactNode {
  const { adding, onChoose, onClose } = props;
  const { t } = useText();
  const notify = useNotify();
  return (
    <Modal
      opened={adding !== undefined}
      onClose={onClose}
      title={
        adding === undefined || adding === 'choose'
          ? t('gatewaysPage.choose.title')
          : t(`gatewaysPage.new.${adding}`)
      }
      size={620}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {adding === undefined ? null : adding === 'choose' ? (
        <KindChoice onChoose={onChoose} />
      ) : (
        <NewGatewayForm
          key={adding}
          kind={adding}
          priority={nextPriority(props.gateways)}
          onCancel={onClose}
          onOtherKind={() => {
            onChoose('choose');
          }}
          onCreated={(gateway) => {
            notify.done(t('sms.form.created', { name: gateway.name }));
            props.onCreated(gateway);
          }}
        />
      )}
    </Modal>
  );
}
