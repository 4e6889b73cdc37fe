import { Modal } from 'antd';
import type { ReactNode } from 'react';
import './dialog.css';
import { useUiWords } from './ui-context.ts';
import { usePhone } from './use-viewport.ts';

export interface DialogProps {
  readonly open: boolean;
  readonly title: ReactNode;
  readonly onClose: () => void;
  /** 440 for a question, 640 for a form. */
  readonly size?: 'small' | 'form';
  /** Buttons at the foot; a Form inside brings its own. */
  readonly footer?: ReactNode;
  /** Padding around children; a Form brings its own. */
  readonly padded?: boolean;
  readonly children: ReactNode;
}

/** A dialog; on a phone a sheet from the foot. Focus goes in and comes back. */
export function Dialog({
  open,
  title,
  onClose,
  size = 'small',
  footer,
  padded = false,
  children,
}: DialogProps) {
  const words = useUiWords();
  const phone = usePhone();
  return (
    <Modal
      open={open}
      title={title}
      onCancel={onClose}
      width={size === 'small' ? 440 : 640}
      centered={!phone}
      className={phone ? 'yd-dialog yd-dialog-phone' : 'yd-dialog'}
      closable={{ 'aria-label': words.close }}
      mask={{ closable: false }}
      destroyOnHidden
      footer={footer ? <div className="yd-dialog-footer">{footer}</div> : null}
    >
      <div className={padded ? 'yd-dialog-padded' : 'yd-dialog-body'}>{children}</div>
    </Modal>
  );
}
