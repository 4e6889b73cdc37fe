/** The product's sign: a line that rises. */
export function BrandMark({ size = 22 }: { readonly size?: number }) {
  return (
    <svg className="yd-brand" width={size} height={size} viewBox="0 0 22 22" aria-hidden="true">
      <rect width="22" height="22" rx="5" />
      <path d="M5 14.5 9 10.5l2.6 2.6L17 7.6M12.9 7.4H17v4.1" />
    </svg>
  );
}
