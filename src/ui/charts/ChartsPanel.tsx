/** A region of the page. */
export default function ChartsPanel() {
  return <section />;
}
