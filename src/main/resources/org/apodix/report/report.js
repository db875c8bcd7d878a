// Typesets the TeX of the page. Inline mode lets long statements break at their relations on narrow screens.
for (const element of document.querySelectorAll('.tex')) {
  const source = element.textContent;
  const display = element.classList.contains('display');
  katex.render((display ? '\\displaystyle ' : '') + source, element, {throwOnError: false});
  element.classList.add('typeset');
  if (display && element.scrollWidth > element.clientWidth) {
    element.tabIndex = 0; // a formula that scrolls can be reached by keyboard
    element.setAttribute('role', 'group');
    element.setAttribute('aria-label', 'Formula, scrolls sideways');
  }
}
