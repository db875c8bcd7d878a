// Typesets the TeX of the page. Inline mode lets long statements break at their relations on narrow screens.
const displays = [];
for (const element of document.querySelectorAll('.tex')) {
  const source = element.textContent;
  const display = element.classList.contains('display');
  katex.render((display ? '\\displaystyle ' : '') + source, element, {throwOnError: false});
  element.classList.add('typeset');
  if (display) displays.push(element);
}
// measured together, so that the page is laid out once, and again with the fonts of the formulas; one that scrolls can be reached by keyboard
const reach = () => {
  for (const element of displays.filter(element => element.scrollWidth > element.clientWidth)) {
    element.tabIndex = 0;
    element.setAttribute('role', 'group');
    element.setAttribute('aria-label', 'Formula, scrolls sideways');
  }
};
reach();
document.fonts.ready.then(reach);
