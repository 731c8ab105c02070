@echo off
rem Starts MIDEX from an unpacked release, or from a source tree once "mvn -DskipTests package" has run.
rem MIDEX_JAVA_OPTS: options for the JVM, such as -Xmx1g.
setlocal DisableDelayedExpansion
set "LIB=%~dp0lib"
if not exist "%LIB%\" set "LIB=%~dp0cli\target\dist\lib"
if not exist "%LIB%\midex-cli-*.jar" (
  echo midex: %LIB% is missing: run "mvn -DskipTests package" first 1>&2
  exit /b 3
)
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -Xlog:disable -XX:+DisplayVMOutputToStderr -XX:+UseSerialGC -Xshare:auto %MIDEX_JAVA_OPTS% -cp "%LIB%\*" org.midex.cli.Main %*
exit /b %ERRORLEVEL%
