'use strict';
const root = document.documentElement;
function show(language) {
  const main = document.getElementById('m-' + language);
  root.lang = language;
  root.dir = main.dir;
  document.title = main.dataset.title;
}
for (const choice of document.querySelectorAll('input[name=language]')) {
  choice.addEventListener('change', () => show(choice.value));
  if (choice.checked) show(choice.value);
}
for (const button of document.querySelectorAll('button.copy')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    getSelection().selectAllChildren(button.parentElement.querySelector('pre'));
    if (document.execCommand('copy')) button.textContent = button.closest('main').dataset.copied;
  });
}
