import { Modal } from 'antd';
import './dialog.css';
import type { DialogProps } from './dialog-props.ts';
import { useUiWords } from './ui-context.ts';
import { usePhone } from './use-viewport.ts';

/** antd's dialog with our head, foot and widths. */
export function DrawnDialog({
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
