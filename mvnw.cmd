@echo off
rem Runs Maven in one pinned version, with the arguments given, in the present directory.
rem
rem The version is kept under %USERPROFILE%\.m2 (or MAVEN_USER_HOME). The first run gets it there: through an installed
rem mvn of any version, so that the mirrors and proxies of your settings.xml are honoured; without one, from the Apache
rem archive. Either way it must match the checksum below. curl, tar and certutil come with Windows 10 and later.
setlocal

set "VERSION=3.9.11"
set "SHA512=bcfe4fe305c962ace56ac7b5fc7a08b87d5abd8b7e89027ab251069faebee516b0ded8961445d6d91ec1985dfe30f8153268843c89aa392733d1a3ec956c9978"
set "ARCHIVE=apache-maven-%VERSION%-bin.tar.gz"
set "ARCHIVE_URL=https://archive.apache.org/dist/maven/maven-3/%VERSION%/binaries/%ARCHIVE%"
set "COPY_GOAL=org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy"

if not defined MAVEN_USER_HOME set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "INSTALLATIONS=%MAVEN_USER_HOME%\wrapper\dists\pinned"
set "MAVEN=%INSTALLATIONS%\apache-maven-%VERSION%"
if exist "%MAVEN%\bin\mvn.cmd" goto run

echo mvnw: getting Maven %VERSION%, once 1>&2
set "WORK=%INSTALLATIONS%\installing.%RANDOM%%RANDOM%"
mkdir "%WORK%" || exit /b 1

rem In an empty directory, so that the installed Maven, which may be too old for it, does not read this project.
where mvn >nul 2>nul || goto archive
pushd "%WORK%"
call mvn -B -q "%COPY_GOAL%" "-Dartifact=org.apache.maven:apache-maven:%VERSION%:tar.gz:bin" "-DoutputDirectory=."
popd
if exist "%WORK%\%ARCHIVE%" goto check

:archive
curl -fsSL --retry 3 -o "%WORK%\%ARCHIVE%" "%ARCHIVE_URL%"
if errorlevel 1 goto failed

:check
certutil -hashfile "%WORK%\%ARCHIVE%" SHA512 | findstr /i /x "%SHA512%" >nul
if errorlevel 1 (
    echo mvnw: %ARCHIVE% does not have the expected SHA-512 1>&2
    goto failed
)
tar -xzf "%WORK%\%ARCHIVE%" -C "%WORK%"
if errorlevel 1 goto failed
rem Of several first runs at once one wins, the others find its result.
if not exist "%MAVEN%" move "%WORK%\apache-maven-%VERSION%" "%INSTALLATIONS%\" >nul 2>nul
rmdir /s /q "%WORK%"
if exist "%MAVEN%\bin\mvn.cmd" goto run
echo mvnw: cannot write %MAVEN% 1>&2
exit /b 1

:failed
rmdir /s /q "%WORK%"
echo mvnw: cannot get Maven %VERSION% 1>&2
exit /b 1

:run
"%MAVEN%\bin\mvn.cmd" %*
