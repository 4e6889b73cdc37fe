import { Button, Tooltip } from 'antd';
import type { LucideIcon } from 'lucide-react';
import type { MouseEvent } from 'react';

export interface IconButtonProps {
  readonly icon: LucideIcon;
  /** Spoken name and tooltip: an icon alone says nothing. */
  readonly label: string;
  readonly onClick?: (event: MouseEvent<HTMLElement>) => void;
  readonly disabled?: boolean;
  readonly size?: number;
  readonly bordered?: boolean;
  readonly pressed?: boolean;
}

/** A button that is only an icon. */
export function IconButton(props: IconButtonProps) {
  const { icon: Icon, label, onClick, disabled, size = 16, bordered, pressed } = props;
  return (
    <Tooltip title={label} mouseEnterDelay={0.5}>
      <Button
        className="yd-icon-button"
        type={bordered ? 'default' : 'text'}
        aria-label={label}
        aria-pressed={pressed}
        disabled={disabled}
        onClick={onClick}
        icon={<Icon size={size} aria-hidden />}
      />
    </Tooltip>
  );
}
