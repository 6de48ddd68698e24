import { Button, Menu, Modal } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { gatewayKindSchema } from '../../../shared/model/gateway.ts';
import type { Gateway, GatewayKind } from '../../../shared/model/gateway.ts';
import { useNotify } from '../../components/use-notify.tsx';
import { useText } from '../../i18n/provider.tsx';
import { nextPriority } from './gateway-form.ts';
import { NewGatewayForm } from './new-gateway-form.tsx';

/** Offers the kinds of gateways. */
export function AddGatewayMenu({
  onChoose,
}: {
  readonly onChoose: (kind: GatewayKind) => void;
}): ReactNode {
  const { t } = useText();
  return (
    <Menu width={300}>
      <Menu.Target>
        <Button leftSection={<IconPlus size={14} aria-hidden />}>{t('sms.add')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {gatewayKindSchema.options.map((kind) => (
          <Menu.Item
            key={kind}
            onClick={() => {
              onChoose(kind);
            }}
          >
            <strong>{t(`sms.kind.${kind}`)}</strong>
            <br />
            <span className="pd-soft">{t(`sms.kind.${kind}-text`)}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What {@link AddGateway} needs. */
export interface AddGatewayProps {
  /** Kind of the new gateway; undefined while the dialog is closed. */
  readonly kind: GatewayKind | undefined;
  readonly gateways: readonly Gateway[];
  readonly onClose: () => void;
  readonly onCreated: (gateway: Gateway) => void;
}

/** The dialog that adds a gateway. */
export function AddGateway({ kind, gateways, onClose, onCreated }: AddGatewayProps): ReactNode {
  const { t } = useText();
  const notify = useNotify();
  return (
    <Modal
      opened={kind !== undefined}
      onClose={onClose}
      title={t(kind === 'simulator' ? 'sms.form.new-simulator' : 'sms.form.new-http')}
      size={620}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {kind === undefined ? null : (
        <NewGatewayForm
          key={kind}
          kind={kind}
          priority={nextPriority(gateways)}
          onCancel={onClose}
          onCreated={(gateway) => {
            notify.done(t('sms.form.created', { name: gateway.name }));
            onCreated(gateway);
          }}
        />
      )}
    </Modal>
  );
}
