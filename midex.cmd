@echo off
rem Starts MIDEX from an unpacked release, or from a source tree once "mvn -DskipTests package" has run.
rem MIDEX_JAVA_OPTS: options for the JVM, such as -Xmx1g.
setlocal DisableDelayedExpansion
set "LIB=%~dp0lib"
if not exist "%LIB%\midex-cli-*.jar" set "LIB=%~dp0cli\target\dist\lib"
if not exist "%LIB%\midex-cli-*.jar" goto nolib

set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
set "MAJOR="
for /f "tokens=3" %%v in ('^""%JAVA%" -version 2^>^&1 ^| findstr /c:version^"') do if not defined MAJOR for /f "delims=.-+" %%m in ("%%~v") do set "MAJOR=%%m"
if not defined MAJOR goto nojava
if %MAJOR% LSS 17 goto nojava

"%JAVA%" -Xlog:disable -XX:+DisplayVMOutputToStderr -XX:+UseSerialGC -XX:Tier4InvocationThreshold=20000 -XX:Tier4MinInvocationThreshold=2400 -XX:Tier4CompileThreshold=60000 -XX:Tier4BackEdgeThreshold=400000 -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 %MIDEX_JAVA_OPTS% -cp "%LIB%\*" org.midex.cli.Main %*
exit /b %ERRORLEVEL%

:nolib
echo midex: not built yet: run "mvn -DskipTests package" first 1>&2
exit /b 3

:nojava
echo midex: Java 17 or newer is needed: install it, or set JAVA_HOME 1>&2
exit /b 3
