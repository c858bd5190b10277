# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installing what is missing, without a question. Read by tools/*.sh.
# shellcheck shell=bash

# as_root COMMAND...: as root, or through a sudo that asks nothing.
as_root ()
{
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    sudo -n "$@"
  else
    echo "$0: this needs root, and sudo is not there or would ask for a password: $*" >&2
    return 1
  fi
}

# install_packages PACKAGE...: those that are not installed yet. No network if there are none.
install_packages ()
{
  local package missing=()

  for package; do
    [ "$(dpkg-query -Wf '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] \
      || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  echo "Installing ${missing[*]}" >&2
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 update >&2 \
    || return 1
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 \
    -o Dpkg::Options::=--force-confold install --yes --no-install-recommends "${missing[@]}" >&2
}

# The Chinese locale, for the program in Chinese. Package locales.
make_locale ()
{
  locale -a | grep -qix 'zh_CN\.utf-\?8' || as_root localedef -i zh_CN -f UTF-8 zh_CN.UTF-8
}
