import { QRCode } from 'antd';

/** An address as a picture for cameras: always dark on white, or they do not see it. */
export function QrPicture({ value }: { readonly value: string }) {
  return <QRCode value={value} size={160} type="svg" color="#000" bgColor="#fff" />;
}
