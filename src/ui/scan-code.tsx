import { QRCode } from 'antd';
import './lines.css';

export interface ScanCodeProps {
  /** What the picture says. */
  readonly value: string;
  readonly hint: string;
  readonly secretLabel: string;
  /** For who cannot scan. */
  readonly secret: string;
}

/** A code for the camera of a phone, and the same to type. Always dark on white: cameras need it. */
export function ScanCode({ value, hint, secretLabel, secret }: ScanCodeProps) {
  return (
    <div className="yd-scan">
      <QRCode value={value} size={160} type="svg" color="#000" bgColor="#fff" />
      <div>
        <p>{hint}</p>
        <p className="yd-text3">{secretLabel}</p>
        <code>{secret}</code>
      </div>
    </div>
  );
}
